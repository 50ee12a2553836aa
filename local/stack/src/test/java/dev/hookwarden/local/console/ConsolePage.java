package dev.hookwarden.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookwarden.local.sending.WebhookClient;
import dev.hookwarden.local.stack.LocalStack;
import dev.hookwarden.provider.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The console of a stack, as a person has it before them, and a provider that sends to it. */
record ConsolePage(LocalStack stack, Browser browser) {
    /** WebDriver's names of keys that write nothing. */
    static final String TAB = "\uE004";

    static final String ENTER = "\uE007";
    static final String ESCAPE = "\uE00C";
    static final String DOWN = "\uE015";

    /** Opens it anew, and returns when it is live. */
    ConsolePage open() throws IOException, InterruptedException {
        browser.open(stack.console());
        browser.await("document.getElementById('connection').textContent === 'Live' && document.querySelector('.tile')"
                + " && document.querySelector('[data-sample]') && document.querySelector('.key')");
        return this;
    }

    /** Sends this payload, signed; gives the status. */
    int send(Provider provider, String payload) throws IOException, InterruptedException {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return send(provider, WebhookClient.sign(provider, stack.currentSigningKey(provider), bytes), payload);
    }

    int send(Provider provider, Map<String, String> headers, String payload) throws IOException, InterruptedException {
        try (WebhookClient client = new WebhookClient()) {
            return client.post(
                            stack.api().resolve("/webhooks/" + provider.id()),
                            headers,
                            payload.getBytes(StandardCharsets.UTF_8))
                    .statusCode();
        }
    }

    /** Returns when a row of the list has this text; gives all of the row's. */
    String row(String text) throws IOException, InterruptedException {
        return browser.await(
                        "[...document.querySelectorAll('#list [data-id]')].map(row => row.textContent).find(text =>"
                                + " text.includes(" + quoted(text) + "))")
                .asText();
    }

    void openRow(String text) throws IOException, InterruptedException {
        row(text);
        browser.run(
                "[...document.querySelectorAll('#list [data-id]')].find(row => row.textContent.includes(arguments[0])).click()",
                text);
    }

    void click(String selector) throws IOException, InterruptedException {
        browser.await("document.querySelector(" + quoted(selector) + ")");
        browser.run("document.querySelector(arguments[0]).click()", selector);
    }

    /** Returns when this part of the page says so; gives all that it says. */
    String says(String selector, String text) throws IOException, InterruptedException {
        return browser.await("(document.querySelector(" + quoted(selector) + ")?.textContent ?? '').includes("
                        + quoted(text) + ") && document.querySelector(" + quoted(selector) + ").textContent")
                .asText();
    }

    String text(String selector) throws IOException, InterruptedException {
        return look("document.querySelector(" + quoted(selector) + ").textContent")
                .asText();
    }

    JsonNode look(String expression) throws IOException, InterruptedException {
        return browser.run("return " + expression);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
