@NullMarked
package io.hilum.trust.text;

import org.jspecify.annotations.NullMarked;
