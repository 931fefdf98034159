Feature: Limits
  The provider allows 50 calls a minute in the sandbox. The integration stays within that by itself, and slows down when it is told to. About ten workers may call at once.

  @OSG-RATE-01 @core
  Scenario: The provider asks to come back later
    On a 429, wait as long as Retry-After asks, or tell the user at once that the provider is busy.

    Given the next look-up of each patient is answered 429, to come back after 2 seconds
    When the clinic looks up 1 such patient
    Then nothing comes back before that time, and the patient is found or the user is told

  @OSG-RATE-01
  Scenario: The provider stays busy
    Without a time to come back, pause longer with every attempt, with some jitter, and stop after a few.

    Given every look-up of each patient is answered 429
    When the clinic looks up 2 such patients at the same moment
    Then the attempts pause, come to an end, and each user is told that the provider is busy

  @OSG-RATE-01
  Scenario: A batch meets the limit
    A limit passes. Keep what is left of the batch and go on with it, by itself or when a clerk asks again.

    Given 5 completed claims, of which the list is answered 429 twice, to come back after 1 second
    When the clinic dispatches the settlement, and once more without the limit where it was not done
    Then all of them were dispatched

  @OSG-RATE-01
  Scenario: Requests wait for their sponsor
    The decision comes as an event. Asking for it again and again uses up the calls that the counter needs, the more the more requests are open.

    Given 3 patients of an asynchronous sponsor that takes its time
    When the clinic requests an authorization for each of them
    Then what the clinic asks by itself, and for each piece of work, stays within the limit

  @OSG-LOAD-01 @core @attest
  Scenario: Load is agreed, and ten workers share one token
    A named person states that load tests are announced a day ahead and use no more than about ten workers.
    Beside that, the run has some work done side by side and looks at how many calls are open at once, and under how many tokens.

    Given the provider takes 500 milliseconds for each answer
    When the clinic looks up 16 patients, up to 8 at the same time
    Then over the whole run no more calls are open at once than ten workers have, and they share the token
    And a named person has stated it
