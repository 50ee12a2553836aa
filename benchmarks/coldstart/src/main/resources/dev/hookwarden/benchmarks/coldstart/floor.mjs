// What ingest does, with what Node has built in: reads one secret, verifies a body, sends one message. Calls to AWS are not signed.
import { createHmac, timingSafeEqual } from "node:crypto";
import http from "node:http";
import https from "node:https";

const { AWS_ENDPOINT_URL, AWS_LAMBDA_RUNTIME_API, DELIVERY_QUEUE_URL, SECRET_NAME } = process.env;
const aws = { client: https, agent: new https.Agent({ keepAlive: true }) };
const runtime = { client: http, agent: new http.Agent({ keepAlive: true }) };

function request({ client, agent }, url, method, headers, body) {
  return new Promise((resolve, reject) => {
    const sent = client.request(url, { agent, method, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ answer, text: Buffer.concat(chunks).toString() }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function call(target, mediaType, content) {
  const headers = { "X-Amz-Target": target, "Content-Type": mediaType };
  const { answer, text } = await request(aws, AWS_ENDPOINT_URL, "POST", headers, JSON.stringify(content));
  if (answer.statusCode !== 200) throw new Error(text);
  return JSON.parse(text);
}

let key;
async function handle(event) {
  key ??= (await call("secretsmanager.GetSecretValue", "application/x-amz-json-1.1", { SecretId: SECRET_NAME })).SecretString;
  const expected = createHmac("sha256", key).update(event.body).digest();
  const given = Buffer.from(event.headers["X-Zenoo-Signature"].slice("sha256=".length), "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { statusCode: 401 };
  await call("AmazonSQS.SendMessage", "application/x-amz-json-1.0", { QueueUrl: DELIVERY_QUEUE_URL, MessageBody: event.body });
  return { statusCode: 200 };
}

const invocations = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/`;
for (;;) {
  const { answer, text } = await request(runtime, invocations + "next", "GET");
  const id = answer.headers["lambda-runtime-aws-request-id"];
  await request(runtime, `${invocations}${id}/response`, "POST", {}, JSON.stringify(await handle(JSON.parse(text))));
}
