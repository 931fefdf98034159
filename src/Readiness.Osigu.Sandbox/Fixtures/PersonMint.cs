using System.Globalization;
using System.Security.Cryptography;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>Invents people. Each value exists once in a run, so that wherever it shows up it is known whose it is.</summary>
internal sealed class PersonMint(MintedValues minted, TimeProvider clock)
{
    private static readonly string[] FirstNames = ["José", "María", "Zoë", "Íñigo", "Begoña", "André", "Lucía", "João", "Ágata", "Noé", "Inês", "Óscar"];
    private static readonly string[] LastNames = ["Muñoz", "López", "Peña", "Gonçalves", "Núñez", "Ibáñez", "Saldaña", "Conceição", "Ordóñez", "Güell"];
    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su", "ta", "ve", "zi", "mo", "pa", "re"];

    public string FirstName(string? stimulus) => Once("first_name", () => $"{Pick(FirstNames)} {Invented(3)}", stimulus);

    public string LastName(string? stimulus) => Once("last_name", () => $"{Pick(LastNames)} {Invented(4)}", stimulus);

    public string DocumentNumber(string? stimulus) => Once("document_number", () => $"2{RandomNumberGenerator.GetString("0123456789", 9)}", stimulus);

    public string MemberId(string? stimulus) => Once("member_id", () => $"M{RandomNumberGenerator.GetString("0123456789", 9)}", stimulus);

    /// <summary>A mobile telephone number in international form. It is recognised without the prefix as well.</summary>
    public string Phone(string? stimulus) => $"+57{Once("phone", () => $"300{RandomNumberGenerator.GetString("0123456789", 7)}", stimulus)}";

    public string Email(string? stimulus) => Once("email", () => $"{Invented(4)}.{Invented(4)}@example.test".ToLowerInvariant(), stimulus);

    public string DateOfBirth(string? stimulus) => Once(
        "date_of_birth",
        () => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-RandomNumberGenerator.GetInt32(7_000, 33_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        stimulus);

    /// <summary>Makes a value known that the documentation prescribes.</summary>
    public string Known(string field, string value) => minted.Register(field, value, MintedKind.Personal).Value;

    private string Once(string field, Func<string> invent, string? stimulus)
    {
        var value = invent();
        while (minted.Find(value) is not null)
        {
            value = invent();
        }

        return minted.Register(field, value, MintedKind.Personal, stimulus).Value;
    }

    private static string Invented(int syllables)
    {
        var word = string.Concat(Enumerable.Range(0, syllables).Select(_ => Pick(Syllables)));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Pick(string[] choices) => choices[RandomNumberGenerator.GetInt32(choices.Length)];
}
