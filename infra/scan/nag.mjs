// What cdk-nag finds in a template that is CloudFormation already.

import { App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/** Every finding in the template of this file, as { resource, rule, says }. */
export const nag = (file) => {
  const app = new App({ analyticsReporting: false });
  new CfnInclude(new Stack(app, 'Stack'), 'Template', { templateFile: file });
  return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack.validateScope(app).violations.flatMap((violation) =>
      violation.violatingResources.map((violating) => ({
        resource: violating.constructPath.split('/').at(-1),
        rule: violation.ruleName,
        says: violation.description,
      })),
    ),
  );
};
