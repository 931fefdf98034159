Feature: Secrets
  Secrets stand in no file and in nothing that the clinic writes, and they can be replaced while it works. This chapter comes last: what it takes from the clinic would disturb every other.

  @OSG-SEC-01 @core
  Scenario: No secret stands in code
    Source with its history, what is built, and archives: searched beside the run for the secrets of this run, in every encoding, and for what looks like a credential.

    Given the folders that the configuration declares were searched beside the run
    Then no file, no archive and no commit holds a secret

  @OSG-SEC-01 @core @rotation
  Scenario: The client secret is replaced
    For a while the provider takes both. The harness then revokes the token, so that the clinic has to show which secret it uses.

    Given everything that is watched for has been seen to its end
    And a new secret reaches the clinic in the way that the configuration declares
    When the provider issues a new client secret, and takes both for a while
    And the clinic looks up a patient, and another one with a token that it has to ask for
    And the time of the old secret is over
    And the clinic looks up patients with tokens that it has to ask for
    Then the clinic went on, and asked for tokens with the new client secret only

  @OSG-SEC-01 @core @rotation
  Scenario: The webhook secret is replaced
    For a while every event carries a signature by each. Then the old secret counts no more: whoever still has it must not be believed.

    Given a new secret reaches the clinic in the way that the configuration declares
    And 4 authorizations that wait for the sponsor
    When the provider issues a new webhook secret, and signs with both for a while
    And a decision arrives that is signed with both secrets
    And the time of the old secret is over
    And a decision arrives that is signed with the new secret alone
    And a decision arrives that is signed with the old secret alone
    And another decision arrives that is signed with the new secret alone
    Then what was signed with the new webhook secret had its effect
    And what was signed with the old webhook secret alone was refused and had no effect

  @OSG-SEC-01
  Scenario: The secrets manager is read now and then, and not for every use
    A value is kept for some minutes. It is right to read again after a start, for a token, and when something was refused.

    Given the clinic reads its secrets from a secrets manager
    When events arrive one after the other, more than the manager may be read without a cause
    Then the secrets manager was read at a sane rate

  @OSG-SEC-01
  Scenario: What the secrets manager handed out is what is used
    The new client secret lay in the secrets manager and nowhere else.

    Given the clinic reads its secrets from a secrets manager
    Then tokens were asked for with what the secrets manager had handed out

  @OSG-SEC-01 @core
  Scenario: The clinic gives no secret away
    What its process wrote in this run, and whatever it answered.

    Given what the clinic wrote in this run was searched
    Then it wrote no secret
    And it answered with no secret
