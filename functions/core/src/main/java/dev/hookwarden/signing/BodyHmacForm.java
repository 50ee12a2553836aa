package dev.hookwarden.signing;

/** The forms of a {@link BodyHmac} that can be chosen by configuration, for a provider whose documentation leaves the form open. */
public enum BodyHmacForm {
    HMAC_SHA256_HEX("hmac-sha256-hex", MacAlgorithm.HMAC_SHA256, SignatureEncoding.HEX, ""),
    HMAC_SHA256_HEX_PREFIXED("hmac-sha256-hex-prefixed", MacAlgorithm.HMAC_SHA256, SignatureEncoding.HEX, "sha256="),
    HMAC_SHA256_BASE64("hmac-sha256-base64", MacAlgorithm.HMAC_SHA256, SignatureEncoding.BASE64, ""),
    HMAC_SHA512_HEX("hmac-sha512-hex", MacAlgorithm.HMAC_SHA512, SignatureEncoding.HEX, ""),
    HMAC_SHA1_HEX("hmac-sha1-hex", MacAlgorithm.HMAC_SHA1, SignatureEncoding.HEX, "");

    private final String wireName;
    private final MacAlgorithm algorithm;
    private final SignatureEncoding encoding;
    private final String prefix;

    BodyHmacForm(String wireName, MacAlgorithm algorithm, SignatureEncoding encoding, String prefix) {
        this.wireName = wireName;
        this.algorithm = algorithm;
        this.encoding = encoding;
        this.prefix = prefix;
    }

    /** The form's name in configuration. */
    public String wireName() {
        return wireName;
    }

    /** The scheme of this form, with the signature in this header. */
    public BodyHmac in(String header) {
        return new BodyHmac(header, algorithm, encoding, prefix);
    }
}
