package dev.hookwarden.local.aws.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksums that a caller may send along, each in base64.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">Checking object integrity</a>
 */
enum Checksum {
    CRC32("x-amz-checksum-crc32") {
        @Override
        byte[] of(byte[] bytes) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            return fourBytes(crc.getValue());
        }
    },
    CRC32C("x-amz-checksum-crc32c") {
        @Override
        byte[] of(byte[] bytes) {
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            return fourBytes(crc.getValue());
        }
    },
    MD5("content-md5") {
        @Override
        byte[] of(byte[] bytes) {
            return digest("MD5", bytes);
        }
    },
    SHA1("x-amz-checksum-sha1") {
        @Override
        byte[] of(byte[] bytes) {
            return digest("SHA-1", bytes);
        }
    },
    SHA256("x-amz-checksum-sha256") {
        @Override
        byte[] of(byte[] bytes) {
            return digest("SHA-256", bytes);
        }
    };

    private final String header;

    Checksum(String header) {
        this.header = header;
    }

    static Optional<Checksum> withHeader(String header) {
        return Arrays.stream(values())
                .filter(checksum -> checksum.header.equals(header))
                .findFirst();
    }

    abstract byte[] of(byte[] bytes);

    boolean matches(String value, byte[] bytes) {
        return Base64.getEncoder().encodeToString(of(bytes)).equals(value);
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, missing);
        }
    }

    private static byte[] fourBytes(long value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) value).array();
    }
}
