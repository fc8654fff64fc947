@NullMarked
package io.hilum.trust.context;

import org.jspecify.annotations.NullMarked;
