Feature: Limits
  The sandbox allows fifty calls a minute, and about ten workers at once.

  @OSG-LOAD-01 @core @attest
  Scenario: Load is agreed, and ten workers share one token
    A named person states that load tests are announced a day ahead and use no more than about ten workers.
    Beside that, the run has some work done side by side and looks at how many calls are open at once, and under how many tokens.

    Given the provider takes 500 milliseconds for each answer
    When the clinic looks up 16 patients, up to 8 at the same time
    Then over the whole run no more calls are open at once than ten workers have, and they share the token
    And a named person has stated it
