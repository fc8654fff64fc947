package io.hilum.usage.audit.verify;

/**
 * Ends a verification at the first alteration.
 */
public class AlteredEvidenceException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Alteration alteration;

	AlteredEvidenceException(Alteration alteration) {
		super(alteration.detail());
		this.alteration = alteration;
	}

	/**
	 * What was found.
	 * @return the alteration
	 */
	public Alteration alteration() {
		return this.alteration;
	}

}
