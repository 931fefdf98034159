using Readiness.Recording;

namespace Readiness.Osigu.Checks.Privacy;

/// <summary>What of a person the harness hands to the integration, by the name under which it was minted.</summary>
internal static class PersonalData
{
    private static readonly HashSet<string> Contacts = ["email", "phone"];

    private static readonly HashSet<string> Person = ["first_name", "last_name", "document_number", "member_id", "date_of_birth", .. Contacts];

    extension(Occurrence fact)
    {
        public bool IsPersonal => Person.Contains(fact.Name);

        /// <summary>True for what may be shown masked only.</summary>
        public bool IsContact => Contacts.Contains(fact.Name);

        /// <summary>True where it stands in the address of a call: in the path or the query.</summary>
        public bool IsInAddress => fact.Where is "path" or "host" || fact.Where.StartsWith("query:", StringComparison.Ordinal);
    }
}
