/**
 * Templates of the hospital in files, and those of a folder or of the class path.
 */
@NullMarked
package io.hilum.portal.template.file;

import org.jspecify.annotations.NullMarked;
