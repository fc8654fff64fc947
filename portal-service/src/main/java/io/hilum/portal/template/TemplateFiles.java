package io.hilum.portal.template;

import java.io.IOException;
import java.util.List;

/**
 * Files {@code *.yaml} with the hospital's templates: a folder, a bucket or a container.
 * They are only read. Calls block.
 */
public interface TemplateFiles {

	/**
	 * The files that are there.
	 * @param most how many at most
	 * @return the files, none if there is no such place
	 * @throws IOException if that cannot be told
	 */
	List<Found> list(int most) throws IOException;

	/**
	 * Read a file.
	 * @param file the file, as it was found
	 * @return what is in it, of as many bytes as were found
	 * @throws IOException if it cannot be read, or is another by now
	 */
	byte[] read(Found file) throws IOException;

	/**
	 * A file.
	 *
	 * @param name its name within the place
	 * @param tag what tells its content from any other that it had
	 * @param bytes how large it is
	 */
	record Found(String name, String tag, long bytes) {

	}

}
