package dev.hookwarden.local.aws.sqs;

import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.MessageAttribute;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.StringMessageAttribute;
import scala.Option;

/**
 * A message attribute as it is written down.
 *
 * @param type as SQS has it: String, Number or Binary, and after a dot whatever its sender added
 * @param value in base64 if it is Binary
 */
record StoredAttribute(String type, String value) {

    static StoredAttribute of(MessageAttribute attribute) {
        String value = switch (attribute) {
            case StringMessageAttribute text -> text.stringValue();
            case NumberMessageAttribute number -> number.stringValue();
            case BinaryMessageAttribute bytes -> bytes.asBase64();
            default -> throw new IllegalStateException("No attribute of SQS is a " + attribute.getDataType());
        };
        return new StoredAttribute(attribute.getDataType(), value);
    }

    MessageAttribute toInternal() {
        int dot = type.indexOf('.');
        Option<String> added = Option.apply(dot < 0 ? null : type.substring(dot + 1));
        return switch (dot < 0 ? type : type.substring(0, dot)) {
            case "String" -> new StringMessageAttribute(value, added);
            case "Number" -> new NumberMessageAttribute(value, added);
            default -> BinaryMessageAttribute.fromBase64(value, added);
        };
    }
}
