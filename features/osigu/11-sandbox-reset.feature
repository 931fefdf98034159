Feature: Sandbox reset
  The sandbox may be wiped without notice. What the integration keeps must be possible to rebuild.

  @OSG-STATE-01 @core
  Scenario: The integration finds its way after the sandbox was wiped
    All identifiers of the provider are gone. Look the patient up again, by hand or by itself, and go on.

    Given a covered patient for whom an authorization was already requested
    When the provider wipes all data of the sandbox
    And the clinic requests an authorization for that patient again
    Then the patient was looked up again and the request succeeded

  @OSG-STATE-01
  Scenario: An event about something that is gone does not break the receiver
    A late event may name what was wiped. Acknowledge or refuse it, and stay up.

    When an event about an unknown request arrives
    Then the receiver did not fail on it

  @OSG-STATE-02
  Scenario: No identifier of another environment arrives at the sandbox
    Every identifier that arrives here is looked at: each must be one that this sandbox has issued.
    What arrives at production is judged in a chapter of its own, where the configuration says how the clinic runs against it.

    Given a covered patient for whom an authorization was already requested
    Then over the whole run no identifier of another environment arrives
