package dev.hookwarden.simulation.aws;

import dev.hookwarden.local.aws.AwsApi;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Trouble with every call of an API for a while, and other trouble otherwise. */
public final class Outages implements Troubles {
    private final Troubles otherwise;
    private final Map<AwsApi, Instant> until = new EnumMap<>(AwsApi.class);

    public Outages(Troubles otherwise) {
        this.otherwise = otherwise;
    }

    /** Nothing of this API works until then. */
    public void begin(AwsApi api, Instant end) {
        until.put(api, end);
    }

    /** Whether it is out, or was a moment before. */
    public boolean isOut(AwsApi api, Instant at) {
        return !at.isAfter(until.getOrDefault(api, Instant.MIN));
    }

    @Override
    public Trouble of(Call call) {
        Trouble other = otherwise.of(call);
        return isOut(call.api(), call.at()) ? Trouble.ERROR_BEFORE : other;
    }
}
