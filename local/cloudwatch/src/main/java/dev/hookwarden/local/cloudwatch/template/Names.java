package dev.hookwarden.local.cloudwatch.template;

import java.util.Map;

/** The names that resources have once they are deployed. Where AWS makes one up, {@link DeployedStack#generatedName} stands for it. */
record Names(DeployedStack stack) {
    private static final String FIRST_VERSION = "1";
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::StackName", "hookwarden",
            "AWS::URLSuffix", "amazonaws.com");
    private static final Map<String, String> NAMED_BY = Map.of(
            "AWS::CloudWatch::Alarm", "AlarmName",
            "AWS::CloudWatch::CompositeAlarm", "AlarmName",
            "AWS::DynamoDB::Table", "TableName",
            "AWS::Events::EventBus", "Name",
            "AWS::Events::Rule", "Name",
            "AWS::Logs::LogGroup", "LogGroupName",
            "AWS::Serverless::Function", "FunctionName");

    /** What {@code Ref} gives for other than a parameter. */
    String reference(String name) {
        String pseudo = PSEUDO.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        String property = NAMED_BY.get(type(name));
        if (property == null) {
            throw stack.refusal("a reference to " + name + " is not supported");
        }
        return nameOf(name, property);
    }

    /** What {@code Fn::GetAtt} gives for other than a nested stack. */
    String attribute(String dotted) {
        int dot = dotted.indexOf('.');
        String id = dotted.substring(0, Math.max(0, dot));
        String wanted = type(id) + dotted.substring(Math.max(0, dot));
        return switch (wanted) {
            case "AWS::SQS::Queue.QueueName" -> nameOf(id, "QueueName");
            case "AWS::CloudWatch::Alarm.Arn", "AWS::CloudWatch::CompositeAlarm.Arn" ->
                "arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + reference(id);
            // SAM's word for the version that it publishes.
            case "AWS::Serverless::Function.Version.Version" -> FIRST_VERSION;
            default -> throw stack.refusal("the attribute " + dotted + " is not supported");
        };
    }

    private String nameOf(String id, String property) {
        Node name = stack.template().at("Resources", id, "Properties", property);
        return name.exists() ? stack.text(name) : stack.generatedName(id);
    }

    private String type(String id) {
        return stack.template().at("Resources", id, "Type").text();
    }
}
