"""What ingest does, in Python's standard library: reads one secret, verifies a body, sends one message. Calls to AWS are not signed."""
import hashlib, hmac, http.client, json, os, ssl
from urllib.parse import urlsplit

aws = http.client.HTTPSConnection(urlsplit(os.environ["AWS_ENDPOINT_URL"]).netloc, context=ssl.create_default_context())
runtime = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])


def call(target, media_type, content):
    aws.request("POST", "/", json.dumps(content), {"X-Amz-Target": target, "Content-Type": media_type})
    answer = aws.getresponse()
    body = json.loads(answer.read())
    if answer.status != 200:
        raise RuntimeError(body)
    return body


def handle(event):
    global key
    if key is None:
        secret = call("secretsmanager.GetSecretValue", "application/x-amz-json-1.1", {"SecretId": os.environ["SECRET_NAME"]})
        key = secret["SecretString"].encode()
    expected = "sha256=" + hmac.new(key, event["body"].encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, event["headers"]["X-Zenoo-Signature"]):
        return {"statusCode": 401}
    call(
        "AmazonSQS.SendMessage",
        "application/x-amz-json-1.0",
        {"QueueUrl": os.environ["DELIVERY_QUEUE_URL"], "MessageBody": event["body"]},
    )
    return {"statusCode": 200}


key = None
while True:
    runtime.request("GET", "/2018-06-01/runtime/invocation/next")
    invocation = runtime.getresponse()
    event = json.loads(invocation.read())
    answer = json.dumps(handle(event), separators=(",", ":"))
    runtime.request("POST", f"/2018-06-01/runtime/invocation/{invocation.headers['Lambda-Runtime-Aws-Request-Id']}/response", answer)
    runtime.getresponse().read()
