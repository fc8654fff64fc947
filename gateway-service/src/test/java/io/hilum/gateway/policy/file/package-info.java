@NullMarked
package io.hilum.gateway.policy.file;

import org.jspecify.annotations.NullMarked;
