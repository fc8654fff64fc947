package io.hilum.journal;

/**
 * The journal holds as much as it may, since its entries could not be published for a
 * while. New work is to be refused until the journal drains.
 */
public final class JournalFullException extends JournalException {

	private static final long serialVersionUID = 1L;

	JournalFullException(long storedBytes, long maxBytes) {
		super("journal is full: " + storedBytes + " of " + maxBytes + " bytes are taken");
	}

}
