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

  @OSG-HOOK-01
  Scenario: Malformed signatures are refused like wrong ones
    A header that cannot be read is a wrong signature, and no reason for the receiver to fail. The header's name may come in any case, for proxies change it.

    Given an authorization that waits for the sponsor
    When a genuine event arrives
    And events with malformed signatures about that authorization arrive
    And the genuine decision arrives, the name of its signature's header in lower case
    Then every forged event was answered 401 and had no effect

  @OSG-HOOK-01
  Scenario: A forged copy does not use up the genuine event
    Remember an event after its signature was verified, not before: else a stranger who knows an identifier can cancel the event.

    Given 2 authorizations that wait for the sponsor
    When a forged copy of the decision on the first arrives, and then the genuine one
    And the genuine decision on the other arrives
    Then the forged copy was refused, and the genuine decision had its effect

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

  @OSG-HOOK-02
  Scenario: An event arrives again after the receiver failed on it
    What is not answered 2xx arrives again. Remember an event together with its effect, or the repetition is taken for a copy and the event is lost.

    Given 2 authorizations that wait for the sponsor
    When the decision on the first arrives while the provider fails
    And the provider works again, and the decision on the second arrives
    And the decision on the first arrives again, unless it was accepted
    Then the decision on the first had one effect

  @OSG-HOOK-02
  Scenario: A copy is known by the event's identifier alone
    A copy may come too late, and another event may be about the same authorization. Neither time nor authorization tells whether an event is known.

    Given an authorization that waits for the sponsor
    When the decision arrives, a copy of it that was signed 360 seconds ago, and a fresh copy
    And the sponsor withdraws that authorization
    Then the stale copy had no second effect
    And the withdrawal was not taken for a copy

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

  @OSG-HOOK-05 @core
  Scenario: While the secret is rotated, one good signature is enough
    During a rotation the header holds a signature for each secret, in any order. Compare every one of them; a map by name keeps only one.

    Given 3 authorizations that wait for the sponsor
    When the decision on each arrives with several signatures: the first, the middle or the last of them is good
    And an event with several signatures arrives, of which none is good
    Then the events with a good signature had their effect, and the other was answered 401

  @OSG-HOOK-06 @core
  Scenario: The signature is checked over the bytes as they came
    Spaces, line feeds, key order, escapes and numbers belong to what was signed. Read the raw body first, and parse it afterwards.

    When genuine events in unusual but valid JSON arrive
    Then every one of them was accepted

  @OSG-HOOK-06
  Scenario: A signature holds for the bytes that were signed, and for no others
    A body that means the same is not the same body. Who verifies what he wrote anew himself accepts bodies that were changed on the way.

    When events arrive whose JSON was written anew after it was signed, and an untouched one after them
    Then the events that were written anew were answered 401

  @OSG-HOOK-07 @core
  Scenario: Types and fields that are not known yet do no harm
    The provider adds types and fields without notice. Acknowledge what is well signed, do nothing on an unknown type, and read only the fields that you know.

    Given 3 authorizations that wait for the sponsor
    When an event of an unknown type about the first arrives
    And events arrive with unknown fields, without the provider's own id, and of a newer version
    And the decision on the second arrives with unknown fields and without the provider's own id, and a plain one on the third
    Then every event was accepted, the unknown type had no effect, and each decision had its own

  @OSG-HOOK-08 @core
  Scenario: A withdrawal arrives before the approval that it withdraws
    The order of delivery is best effort. The moment that stands in the event tells which of two decisions is the later one.

    Given 2 authorizations that wait for the sponsor
    When the sponsor approves the first, withdraws it, and the two events arrive in reverse order
    And the decision on the second arrives after them
    Then the request ended as voided

  @OSG-HOOK-08
  Scenario: A decision arrives before the answer to the request
    The event may overtake the answer to complete. Keep it, and do not let the late answer overwrite it.

    Given a patient of an asynchronous sponsor
    When the clinic requests an authorization, and the sponsor's decision arrives before the provider's answer
    Then the request ended as approved

  @OSG-HOOK-09 @core
  Scenario: An event of another environment has no effect
    Both environments sign alike. Compare the event's environment with your own, and ignore or refuse what belongs elsewhere.

    Given 2 authorizations that wait for the sponsor
    When a well-signed decision on the first arrives as an event of production
    And the decision on the second arrives as an event of the sandbox
    Then the event of production had no effect

  @OSG-HOOK-10 @core
  Scenario: The receiver is reached over HTTPS and without a redirect
    Where an event is delivered over https, the certificate is checked as a strict client does: issuer, name and dates.
    In a run the receiver may listen on this machine without HTTPS, so that a person states how it is reached. What the run sees to the contrary counts all the same.

    When an event arrives at the address that the integration subscribed
    Then no event was redirected, no public address without https is subscribed, and every certificate that counts is good
    And an event was accepted over https, or a statement stands in
