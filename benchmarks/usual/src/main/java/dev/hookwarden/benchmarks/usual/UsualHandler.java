package dev.hookwarden.benchmarks.usual;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A receiver of Zenoo's webhooks: reads one secret and keeps it, verifies the body's HMAC, sends one message, logs one line. */
public final class UsualHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private static final Logger LOG = LogManager.getLogger(UsualHandler.class);
    private static final String HEADER = "X-Zenoo-Signature";
    private static final String PREFIX = "sha256=";

    private final SecretsManagerClient secrets = SecretsManagerClient.create();
    private final SqsClient sqs = SqsClient.create();
    private final String secretName = System.getenv("SECRET_NAME");
    private final String queueUrl = System.getenv("DELIVERY_QUEUE_URL");
    private @Nullable String key;

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        String signature = event.getHeaders().get(HEADER);
        if (signature == null || !verifies(event.getBody(), signature)) {
            LOG.warn("refused {}", context.getAwsRequestId());
            return new APIGatewayProxyResponseEvent().withStatusCode(401);
        }
        MessageAttributeValue provider = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue("zenoo")
                .build();
        sqs.sendMessage(message -> message.queueUrl(queueUrl)
                .messageBody(event.getBody())
                .messageAttributes(Map.of("provider", provider)));
        LOG.info("accepted {}", context.getAwsRequestId());
        return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("{}");
    }

    private boolean verifies(String body, String signature) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            return signature.startsWith(PREFIX)
                    && MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature.substring(PREFIX.length())));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", missing);
        }
    }

    private String key() {
        String held = key;
        if (held == null) {
            held = secrets.getSecretValue(request -> request.secretId(secretName))
                    .secretString();
            key = held;
        }
        return held;
    }
}
