// Stories: copies, stories, sagas, sections and the order of the front.
