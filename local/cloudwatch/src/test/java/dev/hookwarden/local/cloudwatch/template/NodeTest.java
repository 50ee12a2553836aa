package dev.hookwarden.local.cloudwatch.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

final class NodeTest {
    private final Node node = CloudFormationYaml.parse("{a: {b: 1, c: [x, y]}, d: !GetAtt e.f.g, h: !Ref i}");

    @Test
    void leadsAnywhere() {
        assertThat(node.at("a", "b").number()).isEqualTo(1);
        assertThat(node.at("a", "c").texts()).containsExactly("x", "y");
        assertThat(node.at("a", "b", "c").exists()).isFalse();
        assertThat(node.at("z").text()).isEmpty();
        assertThat(node.at("z").items()).isEmpty();
        assertThat(node.at("a", "b").items()).containsExactly(new Node(1));
    }

    @Test
    void readsShortTagsAsTheirLongForms() {
        assertThat(node.at("d", "Fn::GetAtt").texts()).containsExactly("e", "f.g");
        assertThat(node.at("h", "Ref").text()).isEqualTo("i");
    }

    @Test
    void walksEverythingBelow() {
        assertThat(node.walk().map(Node::text)).contains("1", "x", "y", "e", "f.g", "i");
    }

    @Test
    void putsAndTakesWithoutChangingItself() {
        assertThat(node.with(2, "a", "b").at("a", "b").number()).isEqualTo(2);
        assertThat(node.with(2, "a", "b").at("a", "c").exists()).isTrue();
        assertThat(node.without("a", "b").at("a").fields()).containsOnlyKeys("c");
        assertThat(node.at("a", "b").number()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        assertThatExceptionOfType(YAMLException.class).isThrownBy(() -> CloudFormationYaml.parse("{a: 1, a: 2}"));
    }
}
