package dev.hookwarden.providerapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hookwarden.provider.Provider;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallTest {
    static final List<Provider> PROVIDERS =
            Provider.ALL.stream().filter(Provider::isCalled).toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/cases",
                "@evil.example/",
                ".evil.example/",
                "/v1/../keys",
                "/v1/..",
                "/./v1",
                "/a b",
                "/a\r\nX-Other: 1",
                "/a#b",
                "/a?b#c",
                "/%zz"
            })
    void takesNoPathThatLeadsElsewhere(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> get(path))
                .withMessage("A path begins with a slash and is encoded, without dot segments and fragment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/cases?limit=1", "/pull/a%2Fb", "/a..b/c.", "/a?b=../c"})
    void takesAPathBelowTheApi(String path) {
        assertThat(get(path).pathAndQuery()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "List", "list cases", "list\ncases"})
    void takesNoNameThatIsNotOne(String operation) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiCall<>(operation, "GET", "/", "sync", Discarded.DOCUMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "TRACE", "CONNECT", ""})
    void takesNoOtherMethods(String method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiCall<>("read", method, "/", "sync", Discarded.DOCUMENT));
    }

    @Test
    void sendsNoBodyWithAGet() {
        assertThatIllegalArgumentException().isThrownBy(() -> get("/").sending("{}"));
    }

    @Test
    void keepsNoAnswerToAChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ApiCall<>("write", "POST", "/", "sync", Discarded.DOCUMENT).keptFor(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\r\nb"})
    void takesNoIdempotencyKeyThatWouldBreakAHeader(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> get("/").onceUnder(key));
    }

    @ParameterizedTest
    @FieldSource("PROVIDERS")
    void everyProviderHasAProvingRead(Provider provider) {
        assertThat(ApiCall.provingRead(provider).pathAndQuery())
                .isEqualTo(provider.api().provingRead());
        assertThat(provider.api().limits())
                .anyMatch(limit -> limit.endpointClass().equals(provider.api().provingReadClass()));
    }

    private static ApiCall<Discarded> get(String path) {
        return new ApiCall<>("read", "GET", path, "sync", Discarded.DOCUMENT);
    }
}
