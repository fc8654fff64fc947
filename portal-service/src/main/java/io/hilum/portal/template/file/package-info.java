/**
 * Templates of the hospital in a folder or on the class path.
 */
@NullMarked
package io.hilum.portal.template.file;

import org.jspecify.annotations.NullMarked;
