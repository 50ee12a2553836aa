package dev.hookwarden.processor.enrichment;

import dev.hookwarden.config.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the template sets when both providers' deliveries are enriched. */
public final class Plans {
    private Plans() {}

    /** A new copy, which the caller may change. */
    public static Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "RATE_LIMIT_TABLE", "hookwarden-prod-limits",
                "SECRET_PREFIX", "hookwarden/prod",
                "ZENOO_ENRICHMENT", "result",
                "ZENOO_PULL_TOKEN_AT", "/data/pull_token",
                "ZENOO_API_URL", "https://zenoo.example",
                "JOBSITEON_ENRICHMENT", "entity",
                "JOBSITEON_ENTITY_PATH", "/contacts",
                "JOBSITEON_ENTITY_ID_AT", "/data/id",
                "JOBSITEON_API_URL", "https://jobsiteon.example/v1"));
    }

    /** The plans of both providers. */
    public static List<EnrichmentPlan> both() {
        return EnrichmentConfig.from(new Environment(variables())).plans();
    }
}
