"""Creates the whole stack on moto, with its walls down and with its walls up: create.py TRANSLATED_ROOT.

Shows that the templates fit together: references, parameters, conditions and nesting. Moto checks few properties, passes over types that
it doesn't know, and knows neither rules nor permissions.
"""

import io
import json
import logging
import os
import sys
import warnings
import zipfile
from pathlib import Path

os.environ.update(AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_DEFAULT_REGION="us-east-1")

import boto3
from moto import mock_aws
from moto.cloudformation.models import Stack
from moto.ssm.models import Parameter
from samtranslator.yaml_helper import yaml_parse

INFRA = Path(__file__).resolve().parent.parent
BUCKET = "scanned"
# Moto reads no routes out of an API's body and knows no aliases, and makes nothing that needs them.
BEYOND_MOTO = {
    "AWS::ApiGateway::Deployment",
    "AWS::Events::Rule",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Permission",
}
# Without a domain, of which moto knows no attributes.
EVERYTHING = {
    "GithubEnabled": "true",
    "StripeEnabled": "true",
    "StandardWebhooksEnabled": "true",
    "Firewall": "true",
    "Egress": "true",
    "EgressInterfaceEndpoints": "true",
    "ZenooAddresses": "192.0.2.0/24",
    "JobsiteonAddresses": "198.51.100.7/32,203.0.113.0/24",
    "NoticeEmail": "people@example.com",
}


def output(stack, attribute):
    """What a nested stack gives; moto keeps it and doesn't answer for it."""
    name = attribute.removeprefix("Outputs.")
    return next(given["OutputValue"] for given in stack.outputs if given["OutputKey"] == name)


def without_versions(node):
    """The same with a number where a function's version is asked for its own, which moto doesn't tell."""
    if isinstance(node, list):
        return [without_versions(item) for item in node]
    if not isinstance(node, dict):
        return node
    attribute = node.get("Fn::GetAtt")
    if isinstance(attribute, list) and attribute[1] == "Version":
        return "1"
    return {key: without_versions(value) for key, value in node.items()}


def uploaded(template, s3):
    """The template with its nested ones in the bucket, as sam deploy puts them there."""
    for resource in template["Resources"].values():
        if resource["Type"] in BEYOND_MOTO:
            resource["Type"] = "Beyond::" + resource["Type"]
        if resource["Type"] == "AWS::CloudFormation::Stack":
            name = Path(resource["Properties"]["TemplateURL"]).name
            nested = yaml_parse((INFRA / name).read_text(encoding="utf-8"))
            s3.put_object(Bucket=BUCKET, Key=name, Body=json.dumps(uploaded(nested, s3)))
            resource["Properties"]["TemplateURL"] = f"https://{BUCKET}.s3.amazonaws.com/{name}"
    return template


def created(root, parameters):
    """What the stack gives, and how many stacks it is, with those nested in it."""
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket=BUCKET)
    code = io.BytesIO()
    with zipfile.ZipFile(code, "w") as archive:
        archive.writestr("nothing", "")
    s3.put_object(Bucket=BUCKET, Key="function.zip", Body=code.getvalue())
    s3.put_object(Bucket=BUCKET, Key="root.json", Body=json.dumps(uploaded(root, s3)))
    cloudformation = boto3.client("cloudformation")
    cloudformation.create_stack(
        StackName=BUCKET,
        TemplateURL=f"https://{BUCKET}.s3.amazonaws.com/root.json",
        Capabilities=["CAPABILITY_IAM"],
        Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
    )
    stacks = cloudformation.describe_stacks()["Stacks"]
    assert all(stack["StackStatus"] == "CREATE_COMPLETE" for stack in stacks), stacks
    given = next(stack for stack in stacks if stack["StackName"] == BUCKET)["Outputs"]
    return {output["OutputKey"]: output["OutputValue"] for output in given}, len(stacks)


def main(source):
    Stack.get_cfn_attribute = output
    # Moto knows no attributes of it; there are two, and the template asks for its value.
    Parameter.get_cfn_attribute = lambda parameter, _: parameter.value
    root = Path(source).read_text(encoding="utf-8")
    for name, parameters in (("walls down", {}), ("walls up and every provider on", EVERYTHING)):
        try:
            with mock_aws():
                outputs, stacks = created(without_versions(json.loads(root)), parameters)
        except (AttributeError, KeyError, NotImplementedError, TypeError) as gap:
            # It stumbled over itself; what is wrong with a template it refuses as AWS does.
            print(f"moto: skipped with {name}, it gave up: {gap!r}")
            continue
        assert outputs["ZenooWebhookUrl"].endswith("/staging/webhooks/zenoo"), outputs
        assert ("EgressAddresses" in outputs) == (parameters.get("Egress") == "true"), outputs
        assert ("GithubWebhookUrl" in outputs) == (parameters.get("GithubEnabled") == "true"), outputs
        print(f"moto: {stacks} stacks are created with {name}")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    main(sys.argv[1])
