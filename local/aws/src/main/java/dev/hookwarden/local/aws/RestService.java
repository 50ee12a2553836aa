package dev.hookwarden.local.aws;

/** One AWS API that speaks HTTP itself: paths, headers and bytes. */
public interface RestService {

    /** What AWS calls that which a request asks for, for example {@code PutObject}. */
    String actionOf(RestRequest request);

    /**
     * Runs the action.
     *
     * @throws AwsError when AWS documents a refusal for this request, or the stand-in does not know what is asked
     */
    AwsAnswer answer(RestRequest request);
}
