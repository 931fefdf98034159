Feature: Restart
  The integration is restarted in the middle of its work. This chapter comes late: a restart ends whatever is still watched.

  @OSG-HOOK-02 @restart
  Scenario: An event arrives again after a restart
    What was seen must survive a restart of the integration.

    Given everything that is watched for has been seen to its end
    And 2 authorizations that wait for the sponsor
    When the decision on the first arrives
    And the integration is restarted
    And the same event arrives 1 times more, freshly signed
    And the decision on the second arrives
    Then every delivery was accepted, and each decision had one effect

  @OSG-HOOK-02 @restart
  Scenario: The integration dies right after it has accepted an event
    What was acknowledged is never sent again. By then it has to be written where a crash does not reach it, or be asked for after the next start.

    Given everything that is watched for has been seen to its end
    And 2 authorizations that wait for the sponsor
    When the decision on the first arrives, and the integration dies as soon as it has accepted it
    And it has been started again, and another decision arrives
    Then what it had accepted has its effect, once
