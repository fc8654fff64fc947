/**
 * What the portal remembers for people: conversations, folders, templates, preferences.
 */
@NullMarked
package io.hilum.portal;

import org.jspecify.annotations.NullMarked;
