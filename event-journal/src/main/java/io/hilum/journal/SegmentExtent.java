package io.hilum.journal;

import java.nio.file.Path;

/**
 * How far a segment may be read.
 *
 * @param number the number of the file
 * @param path the file
 * @param length its written length in bytes
 * @param growing whether it is still written to
 */
record SegmentExtent(long number, Path path, long length, boolean growing) {

}
