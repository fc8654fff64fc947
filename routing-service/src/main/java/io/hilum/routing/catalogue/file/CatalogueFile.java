package io.hilum.routing.catalogue.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import io.hilum.routing.catalogue.Catalogue;
import io.hilum.routing.catalogue.ServedTypes;
import io.hilum.routing.catalogue.yaml.Variables;

/**
 * A catalogue that is read to look at it and never comes into force.
 */
public final class CatalogueFile {

	private CatalogueFile() {
	}

	/**
	 * Read a catalogue.
	 * @param file the file, Hilum's format or LiteLLM's
	 * @param environment what the file refers to
	 * @return the catalogue
	 * @throws IOException if the file cannot be read
	 * @throws io.hilum.routing.catalogue.CatalogueException if the file is not valid
	 */
	public static Catalogue read(Path file, Variables environment) throws IOException {
		return new CatalogueReader(environment, ServedTypes.all(), InstantSource.system(), PriceBook.builtIn())
			.read(Files.readAllBytes(file))
			.catalogue();
	}

}
