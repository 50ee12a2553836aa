package dev.hookwarden.rotation;

/** Why a rotation step can't go on. The runbook has a heading for each. */
public enum RotationRefusal {
    KEY_UNKNOWN("the secret doesn't hold a key of the providers that this deployment serves"),
    STEP_UNKNOWN("the step is none of the four that Secrets Manager asks for"),
    ROTATION_DISABLED("rotation is off for the secret"),
    TOKEN_UNKNOWN("the request token is no version of the secret"),
    TOKEN_NOT_PENDING("the request token's version is neither pending nor current"),
    CURRENT_MISSING("the secret has no current key to take over from; put the first key into it directly"),
    CANDIDATE_MISSING("the inbox holds no new key; a person gets one from the provider and submits it"),
    CANDIDATE_UNCHANGED("the new key is one that this secret holds already"),
    CANDIDATE_MALFORMED("the new key can't be a key of this provider"),
    CANDIDATE_OF_ANOTHER_KEY("the new key is held for something else already"),
    CANDIDATE_REJECTED_BY_PROVIDER("the provider refuses the new key"),
    CANDIDATE_UNTESTED("the new key has not passed testSecret"),
    PROVIDER_UNAVAILABLE("the provider gave no clear answer about the new key; trying again later may be all it takes"),
    CANARY_REFUSED("our own webhook address refused a delivery signed with the new key"),
    CANARY_LOST("a delivery signed with the new key did not come out of the queue in time"),
    LABEL_MOVED("somebody else moved a staging label meanwhile"),
    EVENT_NOT_PUBLISHED("the event bus did not take the event KeyRotated"),
    AWS_CALL_FAILED("a call to AWS failed"),
    UNEXPECTED_FAULT("something failed that this function doesn't expect to fail");

    private final String explanation;

    RotationRefusal(String explanation) {
        this.explanation = explanation;
    }

    /** The refusal in words, which hold no value. */
    public String explanation() {
        return explanation;
    }
}
