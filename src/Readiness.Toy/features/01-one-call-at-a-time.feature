Feature: One call at a time
  The warehouse serves one call of a partner after the other.

  @TOY-SEQ-01 @core
  Scenario: Orders that come at the same moment wait for each other
    Send the next call when the one before was answered, also where several people order at the same time.
    The warehouse loses calls that come while it is busy.

    Given the warehouse takes its time to answer each order
    When the shop is given 5 orders at the same moment
    Then no call is sent while another is unanswered
