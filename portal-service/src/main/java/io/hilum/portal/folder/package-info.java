/**
 * Folders of conversations.
 */
@NullMarked
package io.hilum.portal.folder;

import org.jspecify.annotations.NullMarked;
