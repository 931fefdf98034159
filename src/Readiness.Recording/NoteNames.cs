namespace Readiness.Recording;

/// <summary>The notes that every profile writes, and the keys of their data.</summary>
public static class NoteNames
{
    /// <summary><c>item</c>, <c>title</c>, <c>times</c>, <c>taken</c> (true or false): a scenario of the checklist, noted before the first one begins.</summary>
    public const string ScenarioPlanned = "scenario planned";

    /// <summary><c>scenario</c>, <c>item</c>, <c>title</c>, <c>core</c> (true or false), <c>chapter</c>, <c>description</c>.</summary>
    public const string ScenarioStarted = "scenario started";

    /// <summary><c>scenario</c>, <c>check</c>: the check that the scenario's <c>Then</c> asks for.</summary>
    public const string CheckRequired = "check required";

    /// <summary><c>scenario</c>, <c>ended</c> (<c>completed</c>, <c>not exercised</c>, <c>stopped</c>), <c>reason</c>.</summary>
    public const string ScenarioEnded = "scenario ended";

    /// <summary><c>scenario</c>, <c>step</c>: the Gherkin step that begins.</summary>
    public const string Step = "step";

    /// <summary><c>stimulus</c>, <c>scenario</c>, <c>purpose</c>, and what the profile adds.</summary>
    public const string Stimulus = "stimulus";

    /// <summary><c>fault</c>, <c>operation</c>, <c>stimulus</c>, <c>what</c>.</summary>
    public const string FaultPlanned = "fault planned";

    /// <summary><c>fault</c>: it acts no more.</summary>
    public const string FaultCleared = "fault cleared";

    /// <summary><c>connection</c>, <c>kind</c>, <c>what</c>: bytes that are no HTTP request reached the sandbox.</summary>
    public const string UnreadableRequest = "unreadable request";

    /// <summary><c>where</c>, <c>host</c>: something that reached the harness names a provider's production host, which ends the run.</summary>
    public const string ProductionHostNamed = "production host named";

    /// <summary><c>token</c>, <c>cause</c>: the harness revoked a token.</summary>
    public const string TokenRevoked = "token revoked";

    /// <summary><c>secret</c>, <c>channel</c>, <c>within</c> (seconds): a new secret was handed over; until the old one is retired both count.</summary>
    public const string SecretRotated = "secret rotated";

    /// <summary><c>secret</c>: from here on only the new one counts.</summary>
    public const string SecretRetired = "secret retired";

    /// <summary><c>secret</c>: the trial is over, and the old one counts again beside the new one, so that what follows is not disturbed.</summary>
    public const string SecretReadmitted = "secret readmitted";

    /// <summary><c>where</c> (<c>files</c> or <c>output</c>), <c>rule</c>, <c>title</c>, <c>secret</c> (the name of a minted one), <c>key</c>, <c>fingerprint</c>, <c>place</c>, <c>places</c>, <c>mend</c>: a secret stands where it must not. Never a value.</summary>
    public const string SecretFound = "secret found";

    /// <summary><c>where</c> (<c>files</c> or <c>output</c>), and what was looked at and what was not: a search for secrets ended.</summary>
    public const string SecretsSearched = "secrets searched";

    /// <summary><c>cause</c>, <c>crash</c> (true where it was ended without a word, false where it may have been told beforehand): the harness ended and started the integration.</summary>
    public const string IntegrationRestarted = "integration restarted";

    /// <summary><c>exitCode</c>, <c>output</c>: the integration's process ended by itself.</summary>
    public const string IntegrationExited = "integration exited";

    /// <summary>All data of the sandbox was wiped.</summary>
    public const string DataReset = "data reset";

    /// <summary><c>for</c>, <c>seconds</c>: a wait that was meant ended here, after so long.</summary>
    public const string Wait = "wait";

    /// <summary><c>timers</c>, <c>round_trips</c> (seconds, the worst of each), <c>over</c> (seconds): how late this machine was, measured up to here for that long.</summary>
    public const string TimingNoise = "timing noise";

    /// <summary>The harness waited until here for something that must not happen.</summary>
    public const string WatchEnded = "watch ended";

    /// <summary><c>item</c>, <c>name</c>, <c>role</c>, <c>date</c>, <c>expires</c>, <c>statement</c>, <c>demonstration</c>.</summary>
    public const string Attested = "attested";

    /// <summary><c>item</c>, <c>reason</c>, <c>scenario</c>: the configuration declares no way to show it; a statement may stand in. With a scenario, for that one alone.</summary>
    public const string NotShown = "not shown";

    /// <summary><c>way</c>, <c>within</c> (seconds), <c>found</c>: how the integration's alerts reach the harness.</summary>
    public const string AlertsDeclared = "alerts declared";

    /// <summary><c>alert</c>, <c>status</c> (<c>firing</c>, <c>resolved</c>), <c>spell</c> (equal for the two), <c>names</c> and <c>perhaps</c> (symptoms), <c>began</c> (seconds into the run, by the sender's clock), <c>labels</c>: an alert of the integration changed.</summary>
    public const string Alert = "alert";

    /// <summary><c>problem</c>: what came as an alert could not be read.</summary>
    public const string AlertUnreadable = "alert unreadable";

    /// <summary><c>problem</c>: from here on alerts cannot be seen; their absence proves nothing.</summary>
    public const string AlertsUnseen = "alerts unseen";

    /// <summary>From here on alerts can be seen again.</summary>
    public const string AlertsSeen = "alerts seen";

    /// <summary><c>item</c>, <c>approver</c>, <c>role</c>, <c>reason</c>, <c>date</c>, <c>expires</c>, <c>allowed</c>.</summary>
    public const string Waived = "waived";

    /// <summary><c>item</c>, <c>file</c>, <c>bytes</c>, <c>sha256</c>, <c>withheld</c>: a file that was declared as evidence.</summary>
    public const string Evidence = "evidence";

    /// <summary><c>operation</c> (its number), <c>text</c>: what the person who did an operation by hand noted of it.</summary>
    public const string PersonNoted = "person noted";

    /// <summary><c>capability</c>, <c>reason</c>: the partner declares that it is not used.</summary>
    public const string CapabilityAbsent = "capability absent";

    /// <summary><c>after</c>: the canary after a scenario did not succeed in time; the next item is inconclusive.</summary>
    public const string NotRecovered = "not recovered";

    /// <summary><c>cause</c>: the run ends before its last scenario.</summary>
    public const string RunStopped = "run stopped";

    /// <summary>Nothing follows: every watch is over and the journal is closed.</summary>
    public const string RunEnded = "run ended";
}
