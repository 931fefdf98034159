Feature: Webhooks
  The receiver accepts what the provider signed, once, quickly, and nothing else.

  @OSG-HOOK-01 @core
  Scenario: Events that the provider did not sign are refused
    Each forged event is answered 401 and has no effect. Genuine events before and after show that the receiver is awake.
    Check the signature over the raw body before anything else, and treat a malformed header like a wrong one.

    Given an authorization that waits for the sponsor
    When a genuine event arrives
    And forged events about that authorization arrive
    And the genuine decision arrives
    Then every forged event was answered 401 and had no effect

  @OSG-HOOK-02 @core
  Scenario: An event that arrives again has no second effect
    Events are delivered at least once. Keep the event's identifier in a table with a unique key, written together with its effect, and answer 2xx to what is known.

    Given 2 authorizations that wait for the sponsor
    When the decision on the first arrives
    And the same event arrives 3 times more, freshly signed
    And the decision on the second arrives
    Then every delivery was accepted, and each decision had one effect

  @OSG-HOOK-02
  Scenario: Copies of an event arrive at the same moment
    Looking first and writing later lets two copies through. Let the database decide, with a unique key.

    Given 5 authorizations that wait for the sponsor
    When 3 copies of each decision arrive at the same moment
    Then no decision had more than one effect

  @OSG-HOOK-02 @restart
  Scenario: An event arrives again after a restart
    What was seen must survive a restart of the integration.

    Given 2 authorizations that wait for the sponsor
    When the decision on the first arrives
    And the integration is restarted
    And the same event arrives 1 times more, freshly signed
    And the decision on the second arrives
    Then every delivery was accepted, and each decision had one effect

  @OSG-HOOK-03 @core
  Scenario: Events are acknowledged within ten seconds, also while the provider is slow
    Store the event, acknowledge, and work afterwards. A receiver that works first is late whenever its own calls are.

    Given an authorization that waits for the sponsor
    And the provider's answers about it are held back
    When the genuine decision arrives
    And 20 events arrive in a burst
    Then every event was acknowledged within 10 seconds

  @OSG-HOOK-04 @core
  Scenario: Events signed too long ago, or in the future, are refused
    The signature's time may differ from the receiver's by five minutes, in both directions. Older events may be replays.

    Given an authorization that waits for the sponsor
    When an event signed 360 seconds ago arrives
    And an event signed 360 seconds ahead arrives
    And an event signed 240 seconds ago arrives
    And an event signed 240 seconds ahead arrives
    Then only the events within 300 seconds were accepted

  @OSG-HOOK-06 @core
  Scenario: The signature is checked over the bytes as they came
    Spaces, line feeds, key order, escapes and numbers belong to what was signed. Read the raw body first, and parse it afterwards.

    When genuine events in unusual but valid JSON arrive
    Then every one of them was accepted
