package io.hilum.catalogue;

/**
 * What a service does with a catalogue that has changed. Each service has one.
 */
@FunctionalInterface
public interface CatalogueIntake {

	/**
	 * Take a catalogue into force. It is called for each change once, by one thread at a
	 * time; a catalogue that is not valid is the service's to refuse and to report.
	 * @param content the bytes of the catalogue, which differ from those before
	 */
	void take(byte[] content);

}
