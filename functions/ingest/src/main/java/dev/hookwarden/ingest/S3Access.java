package dev.hookwarden.ingest;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * What a call to S3 takes. Ingest makes one kind of call, and the SDK's client for S3 is as large as half the function, so it is made of the
 * parts that the other clients bring along.
 *
 * @param endpoint where buckets stand as the first part of the path; empty for AWS, where they stand in front of the host
 */
public record S3Access(SdkHttpClient http, AwsCredentialsProvider credentials, Region region, Optional<URI> endpoint) {

    URI url(String bucket, String key) {
        return endpoint.map(address -> address.resolve("/" + bucket + "/" + key))
                .orElseGet(() -> URI.create("https://" + bucket + ".s3." + region.id() + "."
                        + PartitionMetadata.of(region).dnsSuffix() + "/" + key));
    }
}
