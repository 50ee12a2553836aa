package dev.hookwarden.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwsChoiceTest {
    @Test
    void namesTheInstallationInTheNextCommand() {
        assertThat(new AwsChoice("staging", "operator", "eu-west-1", null).options())
                .isEqualTo(" --stack staging --profile operator --region eu-west-1");
    }
}
