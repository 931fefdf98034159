Feature: Error pages
  In front of the warehouse stands a proxy, which answers with a page for people when the warehouse is down.

  @TOY-HTML-01 @core
  Scenario: The warehouse is down
    Look at the status and the content type before reading an answer as data.
    Tell the user that the warehouse is down, and go on working.

    Given the warehouse answers the next question about stock with an error page
    When the shop asks for the stock
    Then the shop has told its user, and goes on working
