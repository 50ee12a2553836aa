package dev.hookwarden.rotation;

import software.amazon.awssdk.services.sns.SnsClient;

/** Notices to everyone who subscribes to an SNS topic. */
final class SnsNotices implements Notices {
    private final SnsClient sns;
    private final String topicArn;

    SnsNotices(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void send(KeyDueNotice notice) {
        sns.publish(
                publish -> publish.topicArn(topicArn).subject(notice.subject()).message(notice.text()));
    }
}
