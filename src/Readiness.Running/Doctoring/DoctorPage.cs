using System.Text;

namespace Readiness.Running.Doctoring;

/// <summary>The page <c>docs/doctor.md</c>, as it must stand in the repository.</summary>
public static class DoctorPage
{
    private const string Introduction = """
        # The doctor

        This page is generated from `DoctorFaults`; a test keeps the two equal and says how to write the page again.

        `readiness doctor` takes the options of `readiness certify` and tries every step from the configuration to the first events: the configuration, the ports, the start of the integration, one healthy operation through the driver, the token, and one well-signed event without effect. It tells each step with what came back, and each fault with what to do. Faults that do not rest on each other are told at once; what cannot be tried after a fault is listed as *not tried*. Nothing is judged, and everything that was started is ended.

        ```
        ok     the sandbox listens: http://127.0.0.1:43255
        ok     the integration starts: ready at http://127.0.0.1:36973/health
        fault  the driver answers: POST http://127.0.0.1:36973/driver/operations/beneficiary.search answered 404
               next  check driver.url: operations are posted to {driver.url}/operations/{operation}
        -      a healthy operation reaches the sandbox: not tried, the driver did not answer as it should
        ```

        `readiness certify` tries the same steps before its first scenario, and ends with the first fault.

        | exit code | when |
        |---|---|
        | 0 | everything works |
        | 2 | the configuration is wrong; where there are several faults, the first one decides |
        | 3 | something else does not work |
        | 5 | the harness itself failed |
        | 130, 143 | interrupted |

        No run is left behind. After a fault, `doctor/` in the folder of the reports holds the journal and the integration's output, in place of what the last examination left there. No secret of the run, and no value that the configuration takes by `env:NAME`, stands in what the doctor says.

        ## For programs

        `readiness doctor --json` writes one document. Its form is version 1; a change that breaks readers gets another number.

        | field | holds |
        |---|---|
        | `version` | 1 |
        | `works` | true where the exit code is 0 |
        | `exitCode` | as above |
        | `profile`, `integration` | the profile and the integration's name; absent where the configuration was refused |
        | `startedAt`, `seconds` | when it began, in UTC, and how long it took |
        | `evidence` | the folder with the journal and the output; absent where nothing was wrong or nothing was started |
        | `steps[]` | in order: `step` (what was tried), `state` (`works`, `fault`, `not tried`), `found` (what came back, or why it was not tried); for a fault also `fault` (its name in the table below; absent for one that is not listed), `remedy`, `exitCode` |

        ## Production

        The host of any known provider's production ends the examination, and a run in its midst, wherever it shows:

        - in the configuration: exit code 2, before anything starts;
        - in a variable that the integration would inherit from the shell or the CI job: exit code 3, before anything starts. A stale variable is as dangerous as a given one, so the name of the variable makes no difference;
        - in what the sandbox sees: the `Host` header, a request or a tunnel that was meant for a proxy, the name in a TLS client hello, a URL in a body, such as a webhook subscription: exit code 3;
        - in a URL that the integration writes to its output: exit code 3. A host that is only spoken of, without `://` before it, is none.

        A run that ends so still writes the reports of what ran, and nobody is judged by it. Where a variable or the output names such a host and does no harm, such as a link to documentation, say so; the word `output` stands for what the integration writes:

        ```json
        { "integration": { "harmless": { "PROVIDER_DOCS": "a link in the menu; nothing is called there" } } }
        ```

        ## A refused signature

        Where the receiver answers 400, 401 or 403 to a well-signed event, the doctor sends more events that differ from it in one thing each: signed by the receiver's own clock as its `Date` header shows it, with other secrets of this run and with none, over bodies as common JSON libraries write them anew, in other ways, and at other times. What the receiver then accepts is the proof, and stands in the message. Where it accepts none of them, or accepts the first event when it is sent again, the causes are *not told apart*, and the message says so.

        ## Every fault

        | fault | step | message | cause | remedy | exit code |
        |---|---|---|---|---|---|

        """;

    public static string Render()
    {
        var page = new StringBuilder(Introduction);
        foreach (var fault in DoctorFaults.All)
        {
            page.Append("| `").Append(fault.Name).Append("` | ").Append(fault.Step)
                .Append(" | `").Append((fault.Example ?? fault.Message).Replace("\n   ", "", StringComparison.Ordinal)).Append("` | ").Append(fault.Cause)
                .Append(" | ").Append(fault.Remedy).Append(" | ").Append(fault.ExitCode).Append(" |\n");
        }

        return page.ToString();
    }
}
