"""Writes the CloudFormation that SAM makes of a template: translate.py TEMPLATE OUTPUT.

What a scanner is to judge is what gets deployed, with the resources that SAM makes of its own.
"""

import json
import os
import sys
from pathlib import Path

from samtranslator.parser.parser import Parser
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

# SAM looks up its partition by it, and nothing else.
os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")


class NoManagedPolicies:
    """Ours are written out; translating must not need an account."""

    def load(self):
        return {}


def main(source, target):
    template = yaml_parse(Path(source).read_text(encoding="utf-8"))
    for resource in template["Resources"].values():
        # SAM takes addresses in S3 only; sam deploy puts them there.
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://scanned/function.zip"
    translated = transform(template, {}, NoManagedPolicies())
    Path(target).write_text(json.dumps(translated, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
