/**
 * The HTTP surface of folders.
 */
@NullMarked
package io.hilum.portal.folder.web;

import org.jspecify.annotations.NullMarked;
