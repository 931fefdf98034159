namespace Readiness.Configuration;

/// <summary>Every key that the harness knows. Validation, help text and <c>docs/configuration.md</c> come from here.</summary>
public static class ConfigurationKeys
{
    private const ConfigurationValueKind Number = ConfigurationValueKind.WholeNumber;
    private const ConfigurationValueKind Flag = ConfigurationValueKind.Flag;
    private const ConfigurationValueKind Choice = ConfigurationValueKind.Choice;
    private const ConfigurationValueKind Url = ConfigurationValueKind.Url;
    private const ConfigurationValueKind Reference = ConfigurationValueKind.Reference;
    private const ConfigurationValueKind Date = ConfigurationValueKind.Date;
    private static readonly IReadOnlyList<string> Port = [ConfigurationTemplates.IntegrationPort];
    private static readonly IReadOnlyList<string> ProductionPort = [ConfigurationTemplates.IntegrationPort, ConfigurationTemplates.ProductionPort];

    /// <summary>All keys in the order of the documentation, with the names that a profile supplies as placeholders.</summary>
    public static IReadOnlyList<ConfigurationKey> All { get; } =
    [
        new() { Path = "profile", Meaning = "The provider profile to certify against; the program supplies one where none is named." },
        new() { Path = "pace", Kind = Choice, Choices = ["compressed", "documented"], Default = "compressed", Meaning = "Whether the provider's own waits are shortened (the verdict then reads rehearsal) or as documented (what a submission needs)." },
        new() { Path = "strict", Kind = Flag, Default = "false", Meaning = "Whether a failed item of level contract blocks like a required one." },
        new() { Path = "operator", Meaning = "Who ran it, as the reports name them." },

        new() { Path = "integration.name", Default = "integration under test", Meaning = "The integration's name, as the reports show it." },
        new() { Path = "integration.version", Meaning = "The integration's version, as the reports show it." },
        new() { Path = "integration.artefact", Meaning = "The file or folder that is tested, such as a jar or a published folder, from the folder of the configuration file. Its digest is taken at the start, stands on the certificate, and is what the gate compares with what is about to be released." },
        new() { Path = "integration.processes", Kind = Number, Minimum = 1, Maximum = 100, Default = "1", Meaning = "How many of its processes hold a token cache of their own." },
        new() { Path = "integration.port", Kind = Number, Minimum = 0, Maximum = 65535, Default = "0", Meaning = "The port behind {integration.port}; 0 takes a free one." },
        new() { Path = "integration.launch.command", Templates = [], Meaning = "The program that the harness starts." },
        new() { Path = "integration.launch.args[]", Templates = ConfigurationTemplates.All, Meaning = "Its arguments, one an entry; templates are filled in." },
        new() { Path = "integration.launch.workingDirectory", Templates = [], Meaning = "The folder it is started in, relative to where the harness was started." },
        new() { Path = "integration.launch.environment.<name>", Templates = ConfigurationTemplates.All, TakesReferences = true, Meaning = "An environment variable of the launched program; templates are filled in, env:NAME takes the value of a variable." },
        new() { Path = "integration.launch.ready", Kind = Url, Templates = Port, Meaning = "The URL that answers 2xx once the integration is ready." },
        new() { Path = "integration.launch.readyTimeoutSeconds", Kind = Number, Minimum = 1, Maximum = 600, Default = "60", Meaning = "How long it may take until it is ready, in seconds." },
        new() { Path = "integration.attach.ready", Kind = Url, Templates = Port, Meaning = "In place of integration.launch, for an integration that already runs: the URL that answers 2xx while it is ready; not needed. docs/attach.md shows how." },
        new() { Path = "integration.attach.readyTimeoutSeconds", Kind = Number, Minimum = 1, Maximum = 600, Meaning = "How long it may take until it is ready, at the start and after a restart, in seconds; 60 unless set." },
        new() { Path = "integration.attach.restart.command", Templates = [], Meaning = "The program that restarts the running integration, and ends when it has; without a command and without a prompt, what needs a restart is not proven." },
        new() { Path = "integration.attach.restart.args[]", Templates = ConfigurationTemplates.All, Meaning = "Its arguments, one an entry; templates are filled in." },
        new() { Path = "integration.attach.restart.workingDirectory", Templates = [], Meaning = "The folder it is started in, relative to where the harness was started." },
        new() { Path = "integration.attach.restart.environment.<name>", Templates = ConfigurationTemplates.All, TakesReferences = true, Meaning = "An environment variable of that program, which is how a new secret reaches an integration that has its secrets in variables; templates are filled in, env:NAME takes the value of a variable." },
        new() { Path = "integration.attach.restart.prompt", Kind = Flag, Meaning = "Whether a person at the terminal is asked to restart the integration, in place of a command." },
        new() { Path = "integration.attach.restart.timeoutSeconds", Kind = Number, Minimum = 1, Maximum = 3600, Meaning = "How long the program, or the person, may take to restart it, in seconds; 120 unless set." },
        new() { Path = "integration.credentials.<credential>", Kind = Reference, Meaning = "A credential that the running integration already has, client.id, client.secret or webhook.secret: env:NAME takes it from a variable, file:PATH from a file, from the folder of the configuration file. The sandbox takes it in place of a minted one. Never written out." },
        new() { Path = "integration.harmless.<name>", Meaning = "Why an environment variable that names a production host does no harm; without a reason it stops the run. 'output' stands for what the integration writes." },

        new() { Path = "driver.kind", Kind = Choice, Choices = ["http", "stdio", "mapping", "manual"], Default = "http", Meaning = "How operations reach the integration: http posts them to driver.url; stdio writes them to the standard input of the launched program and reads its standard output; mapping asks an API that the integration has anyway, as the file under driver.mapping says; manual has a person at the terminal do them and say what the screen showed. docs/driver.md shows each way." },
        new() { Path = "driver.url", Kind = Url, Templates = Port, Meaning = "Where operations are posted: {driver.url}/operations/{operation}; for a mapping, the address of the integration's own API." },
        new() { Path = "driver.mapping", Meaning = "A JSON file that says how each operation is asked of the integration's own API, from the folder of the configuration file; docs/driver-mapping.md shows one." },
        new() { Path = "driver.headers.<name>", TakesReferences = true, Meaning = "A header sent with every operation, or every request of a mapping; env:NAME takes the value of a variable." },
        new() { Path = "driver.concurrency", Kind = Number, Minimum = 1, Maximum = 8, Default = "8", Meaning = "How many operations may be open at once; a person does one at a time." },
        new() { Path = "driver.timeoutSeconds", Kind = Number, Minimum = 90, Maximum = 3600, Default = "90", Meaning = "How long an operation may take before it counts as unanswered, in seconds; a person is given 600 unless it is set." },
        new() { Path = "driver.answers", Meaning = "For manual: a file with recorded answers, from the folder of the configuration file. What it holds is not asked for again." },
        new() { Path = "driver.record", Meaning = "For manual: the file that answers are recorded into as they are given, from the folder of the configuration file. It must not be there yet." },

        new() { Path = "webhook.url", Kind = Url, Templates = Port, Meaning = "Where webhooks are delivered." },
        new() { Path = "webhook.ca", Templates = ["state.dir"], Meaning = "A PEM file with certificates of authorities that are trusted beside the system's when webhooks are delivered over https, from the folder of the configuration file. docs/tls.md says what is checked." },
        new() { Path = "webhook.acceptOtherRejections", Kind = Flag, Default = "false", Meaning = "Whether a forged webhook may be refused with another status than 401." },

        new() { Path = "secrets.manager", Kind = Choice, Choices = ["vault", "aws"], Meaning = "The secrets manager that the integration reads its secrets from; the harness plays it, and what is read there is seen. Where none is named, none is played. docs/secret-managers.md says how to point an integration there." },
        new() { Path = "secrets.managerListen", Kind = Url, Default = "http://127.0.0.1:0", Meaning = "The address the played manager listens on, over plain http; port 0 takes a free one." },
        new() { Path = "secrets.managerPublicUrl", Kind = Url, Meaning = "The played manager's address as the integration sees it, for containers and other hosts." },
        new() { Path = "secrets.readsPerMinute", Kind = Number, Minimum = 1, Maximum = 600, Default = "6", Meaning = "How often one process may read secrets from the manager within a minute without a cause; a start, a token request and a refused signature or credential are causes." },
        new() { Path = "secrets.roots[]", Templates = ["state.dir"], Meaning = "Folders and files that are searched for secrets beside the run, from the folder of the configuration file: source with its git history, what is built, images as archives. Where none is declared, a statement stands in." },
        new() { Path = "secrets.allow", Meaning = "A JSON file that says which findings are accepted, by whom and until when, from the folder of the configuration file." },
        new() { Path = "secrets.rotation.channel", Kind = Choice, Choices = ["file", "restart", "manager"], Meaning = "How a new secret reaches the integration in mid-run: its file in {secrets.dir} is replaced, as a mounted secret or an agent does it, the integration is started again with the new templates, or it is written into the played secrets manager alone. Where nothing is declared, rotation is not tried, and a statement stands in." },
        new() { Path = "secrets.rotation.withinSeconds", Kind = Number, Minimum = 2, Maximum = 3600, Default = "60", Meaning = "How long the old secret counts beside the new one, in seconds: by then the integration has to use the new one." },

        new() { Path = "sandbox.listen", Kind = Url, Default = "http://127.0.0.1:0", Meaning = "The address the sandbox listens on, over http or https; port 0 takes a free one. For https it makes a certificate authority for the run; docs/tls.md says how an integration comes to trust it." },
        new() { Path = "sandbox.publicUrl", Kind = Url, Meaning = "The sandbox's address as the integration sees it, for containers and other hosts." },
        new() { Path = "sandbox.mappings", Meaning = "A folder with your own WireMock mapping files, from the folder of the configuration file: they answer at addresses that the provider does not have. docs/wiremock.md says what is needed." },
        new() { Path = "sandbox.caDirectory", Meaning = "The folder that gets the certificates of a run's authority, from the folder of the configuration file: ca.pem, ca-bundle.pem and ca-truststore.p12, for integrations that are not launched here. A private folder of the run's own unless set." },
        new() { Path = "sandbox.options.<option>", Meaning = "An option of the profile's own; each profile declares which." },

        new() { Path = "production.process", Kind = Choice, Choices = ["second", "same"], Meaning = "How the integration runs against production, which a second sandbox with credentials of its own then plays: in a second process of the same program, or in the process that runs already. Where nothing is declared, none is played, and a statement stands in. docs/production.md shows both." },
        new() { Path = "production.port", Kind = Number, Minimum = 0, Maximum = 65535, Default = "0", Meaning = "The port behind {production.port}; 0 takes a free one." },
        new() { Path = "production.launch.args[]", Templates = ConfigurationTemplates.All, Meaning = "The arguments of the second process; unless set those of integration.launch, with production's templates in the place of the sandbox's." },
        new() { Path = "production.launch.environment.<name>", Templates = ConfigurationTemplates.All, TakesReferences = true, Meaning = "An environment variable of the second process, taken as it is written; the others are those of integration.launch, with production's templates in the place of the sandbox's." },
        new() { Path = "production.launch.ready", Kind = Url, Templates = ProductionPort, Meaning = "The URL that answers 2xx once the second process is ready; unless set that of integration.launch, at production's port." },
        new() { Path = "production.driver.url", Kind = Url, Templates = ProductionPort, Meaning = "Where operations in production are posted; unless set driver.url, at production's port." },
        new() { Path = "production.webhook.url", Kind = Url, Templates = ProductionPort, Meaning = "Where webhooks of production are delivered; unless set webhook.url, at production's port." },
        new() { Path = "production.listen", Kind = Url, Default = "http://127.0.0.1:0", Meaning = "The address that production's sandbox listens on, over plain http; port 0 takes a free one." },
        new() { Path = "production.publicUrl", Kind = Url, Meaning = "The address of production's sandbox as the integration sees it, for containers and other hosts." },

        new() { Path = "monitoring.alerts", Kind = Choice, Choices = ["sink", "alertmanager", "prometheus"], Meaning = "How the harness sees the integration's alerts: they are posted to {alerts.url}, or Alertmanager or Prometheus is asked; where none is named, a person states that they exist. docs/monitoring.md shows each way." },
        new() { Path = "monitoring.url", Kind = Url, Meaning = "Where Alertmanager or Prometheus answers; for the sink, the address that it listens on, a free port of 127.0.0.1 unless set." },
        new() { Path = "monitoring.withinSeconds", Kind = Number, Minimum = 5, Maximum = 3600, Default = "300", Meaning = "How long an alert may take to come, in seconds." },
        new() { Path = "monitoring.symptoms.tokenFailures[]", Meaning = "Alerts about token failures: names such as Tokens*, or labels such as symptom=token; by sensible words where none is named." },
        new() { Path = "monitoring.symptoms.webhookErrors[]", Meaning = "Alerts about webhook errors, in the same way." },
        new() { Path = "monitoring.symptoms.stalls[]", Meaning = "Alerts about work that does not go on, in the same way." },
        new() { Path = "monitoring.metrics[]", Meaning = "Queries that have to have a value in Prometheus before anything is judged, to make sure that it scrapes the integration." },

        new() { Path = "capabilities.<capability>.used", Kind = Flag, Meaning = "Whether the integration uses an optional capability of the profile." },
        new() { Path = "capabilities.<capability>.reason", Meaning = "Why it is not used; required when used is false." },

        new() { Path = "attestations.<item>.name", Meaning = "The person who states that the item holds." },
        new() { Path = "attestations.<item>.role", Meaning = "That person's role." },
        new() { Path = "attestations.<item>.date", Kind = Date, Meaning = "The day of the statement, not in the future." },
        new() { Path = "attestations.<item>.statement", Meaning = "What is stated, in that person's words." },
        new() { Path = "attestations.<item>.expires", Kind = Date, Meaning = "The last day of the statement, in UTC; an expired one stops the run." },
        new() { Path = "attestations.<item>.evidence[]", Meaning = "Files that support it, from the folder of the configuration file; copied into the run's folder, unless one holds a secret of the run." },
        new() { Path = "attestations.<item>.demonstration", Kind = Flag, Meaning = "Whether the statement only demonstrates the form; false unless set." },

        new() { Path = "waivers.<item>.approver", Meaning = "Who accepts that the item fails. A waived item is listed as such, and still decides unless the policy allows it to be waived." },
        new() { Path = "waivers.<item>.role", Meaning = "That person's role." },
        new() { Path = "waivers.<item>.reason", Meaning = "Why it is accepted." },
        new() { Path = "waivers.<item>.date", Kind = Date, Meaning = "The day of the decision, not in the future." },
        new() { Path = "waivers.<item>.expires", Kind = Date, Meaning = "The last day of the waiver, in UTC; an expired one stops the run." },
        new() { Path = "waivers.<item>.evidence[]", Meaning = "Files that support it, as for attestations." },

        new() { Path = "policy", Meaning = "A JSON file that says which items may be waived, and how old statements may be, from the folder of the configuration file; docs/waivers.md shows one." },

        new() { Path = "reports.directory", Default = "reports", Meaning = "The folder that gets one folder a run, relative to where the harness was started." },
        new() { Path = "reports.allure", Kind = Flag, Default = "true", Meaning = "Whether allure-report.html is made, which needs Node; its data in allure-results is written in any case." },
        new() { Path = "reports.package", Kind = Flag, Default = "true", Meaning = "Whether the sealed package.zip is made; without it a run ends a little sooner." },

        new() { Path = "reports.language", Kind = Choice, Choices = ["en", "es", "pt-BR"], Default = "en", Meaning = "The language of the certificate and the e-mail: English, Spanish or Brazilian Portuguese." },
        new() { Path = "reports.validMonths", Kind = Number, Minimum = 1, Maximum = 24, Default = "3", Meaning = "For how many months after the run the certificate is valid." },
        new() { Path = "seal.key", Kind = Reference, Meaning = "The private key that seals the package, ECDSA P-256 in PEM: env:NAME takes it from a variable, file:PATH from a file, from the folder of the configuration file. 'readiness seal key' makes one. Where none is named, each package gets a key of its own, and its issuer is not identified." },
        new() { Path = "seal.nonce", Meaning = "What the provider gave out for this run, word for word; it is sealed with the package, so that no older one can stand in for it." },

        new() { Path = "mail.maxMegabytes", Kind = Number, Minimum = 1, Maximum = 100, Default = "10", Meaning = "The most that request-email.eml may measure with its attachments, in megabytes of 1,000,000 bytes. Where they do not fit, package.zip is left out first; the e-mail and the terminal say so." },

        new() { Path = "run.keep", Kind = Flag, Default = "false", Meaning = "Whether 'certify' leaves sandbox and integration up after a run that is not ready, until Ctrl-C." },
        new() { Path = "run.maxMinutes", Kind = Number, Minimum = 1, Maximum = 1440, Meaning = "The time budget in minutes; a watch that it cuts is inconclusive." },
        new() { Path = "run.items[]", Meaning = "The checklist items to run, by id, by id without its first word, or by a pattern with * and ?; all where none is named." },
        new() { Path = "run.tags", Meaning = "The scenarios to run, by their tags: @restart, not @documented-pace, with and, or and brackets." },
        new() { Path = "run.failed", Kind = Flag, Default = "false", Meaning = "Whether only what failed or was not decided in the last run below reports.directory is run again." },
    ];
}
